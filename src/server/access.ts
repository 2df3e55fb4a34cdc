/**
 * Who may ask when the pages are served to other machines: whoever has the token. On this machine alone none is needed.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { WrongUse } from '../errors.js';

/** Shorter ones can be guessed. */
const SHORTEST_TOKEN = 16;
const COOKIE = 'upperhand-token';
/** Where pages are served when nobody says: programs on this machine alone reach it. */
export const LOOPBACK = '127.0.0.1';

/** Is this address reached from this machine alone? */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * @throws WrongUse where others could reach the record without a token, or with one that can be guessed.
 */
export function refuseOpenDoor(host = LOOPBACK, token: string | null = null): void {
  if (token === null && !isLoopback(host)) {
    throw new WrongUse(
      `--host ${host} lets other machines in: give them a token with --token, ${SHORTEST_TOKEN} characters or more`,
    );
  }
  if (token !== null && token.length < SHORTEST_TOKEN) {
    throw new WrongUse(`--token has ${token.length} characters: ${SHORTEST_TOKEN} or more cannot be guessed`);
  }
}

/** What a request brings as its token: `Authorization: Bearer`, the cookie, or `?token=` of the address that was handed out. */
export function hasToken(incoming: Pick<IncomingMessage, 'headers'>, url: URL, token: string): boolean {
  const bearer = /^Bearer (\S+)$/i.exec(incoming.headers.authorization ?? '')?.[1];
  const given = bearer ?? url.searchParams.get('token') ?? cookieOf(incoming.headers.cookie);
  return given !== null && given !== undefined && isSame(given, token);
}

/** The cookie that spares a browser the token in every address; scripts and other sites never see it. */
export function tokenCookie(token: string): string {
  return `${COOKIE}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Strict; Max-Age=604800`;
}

function cookieOf(header: string | undefined): string | null {
  const found = header?.split(';').find(part => part.trim().startsWith(`${COOKIE}=`));
  if (!found) return null;
  try {
    return decodeURIComponent(found.trim().slice(COOKIE.length + 1));
  } catch {
    return null;
  }
}

/** Compared by their hashes in constant time, so that answers do not tell how much of a guess was right. */
function isSame(given: string, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}
