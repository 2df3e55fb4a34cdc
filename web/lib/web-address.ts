/** The address where it is one of the web, else nothing: a link of another scheme could run something. */
export function webAddress(url: string | null | undefined): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}
