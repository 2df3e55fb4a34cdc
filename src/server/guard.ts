/**
 * Who may ask, and what a browser may do with an answer. A page of another site can make a browser send requests to
 * this machine; it must neither read the record nor write to it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

const METHODS = ['GET', 'HEAD', 'POST'];

/** Headers that every answer carries; pages add a content security policy of their own. */
export function protect(outgoing: ServerResponse): void {
  outgoing.setHeader('x-content-type-options', 'nosniff');
  outgoing.setHeader('x-frame-options', 'DENY');
  // Not `no-referrer`: with it, a browser hides the origin of our own forms too, and they could not be told from others'.
  outgoing.setHeader('referrer-policy', 'same-origin');
  outgoing.setHeader('cross-origin-opener-policy', 'same-origin');
  outgoing.setHeader('cross-origin-resource-policy', 'same-origin');
  outgoing.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  outgoing.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
}

/**
 * Why a request is refused, or `null`.
 *
 * The host must be this machine's own name, so that a foreign name that was made to lead here (DNS rebinding) is
 * refused; an origin, where the browser names one, must be that of our own pages. Where a token is asked for, the token
 * is what a foreign name cannot bring, and any host is answered.
 */
export function refusal(
  incoming: Pick<IncomingMessage, 'method' | 'headers'>,
  port: number,
  anyHost = false,
): { status: number; why: string } | null {
  const { host, origin } = incoming.headers;
  if (!METHODS.includes(incoming.method ?? '')) return { status: 405, why: 'Only GET, HEAD and POST are answered.' };
  if (!anyHost && !ownHosts(port).includes(host ?? ''))
    return { status: 403, why: 'This address is not ours: open the one that was printed.' };
  if (origin !== undefined && origin !== `http://${host}` && !(anyHost && origin === `https://${host}`))
    return { status: 403, why: 'Requests from other sites are refused.' };
  const from = incoming.headers['sec-fetch-site'];
  if (incoming.method === 'POST' && from !== undefined && from !== 'same-origin') {
    return { status: 403, why: 'Only our own pages may send text.' };
  }
  return null;
}

function ownHosts(port: number): string[] {
  return [`localhost:${port}`, `127.0.0.1:${port}`];
}
