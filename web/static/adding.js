// While articles are read, their page follows how far they are; without this it asks anew every three seconds.

const adding = document.getElementById('adding');

async function follow() {
  const answer = await fetch(`${adding?.dataset.answers}`);
  if (!answer.ok) return;
  const { done } = await answer.json();
  // The page is written on the server alone: it is asked for again, and only its list is put in place.
  const page = await fetch(location.href);
  if (page.redirected || done) {
    location.assign(page.url);
    return;
  }
  const list = new DOMParser().parseFromString(await page.text(), 'text/html').getElementById('adding');
  if (list && adding) adding.replaceChildren(...document.adoptNode(list).childNodes);
  setTimeout(follow, 700);
}

if (adding) setTimeout(follow, 500);
