import { expect, test } from 'vitest';
import { isBoilerplate } from '../../src/language/boilerplate.js';

const FURNITURE = [
  'Leave a comment',
  'Leave a Comment (23)',
  'Advertisement',
  'ADVERTISEMENT',
  'Read more: Xi arrives in Moscow',
  'Share this article',
  'Sign up for our newsletter',
  'Sign up to the First Thing newsletter',
  '© 2023 The Example Times. All rights reserved.',
  'Copyright 2023 Example Media',
  'Photo: Mikhail Metzel/TASS',
  'Photograph: Reuters',
  'Getty Images',
  'Follow us on Twitter',
  'Editor’s picks',
  'Reporting by A. Writer in Moscow; Editing by B. Editor',
  'We use cookies to improve this site.',
];

const PROSE = [
  'Xi left without a comment.',
  'The two leaders will share the stage on Monday.',
  'Putin said he would read more about the plan.',
  'Both sides signed up for the talks.',
  'The advertisement was banned in Russia.',
  'Related sanctions hit Chinese firms.',
  'Reporting from the front was banned.',
  'Follow-up talks are due in May.',
];

test.each(FURNITURE)('of the page: %s', line => {
  expect(isBoilerplate(line)).toBe(true);
});

test.each(PROSE)('of the article: %s', line => {
  expect(isBoilerplate(line)).toBe(false);
});
