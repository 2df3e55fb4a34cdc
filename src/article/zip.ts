import { crc32 } from 'node:zlib';
import { BadInput } from '../errors.js';

/** What the directory of an archive says of a part. */
interface Entry {
  name: string;
  encrypted: boolean;
  checksum: number;
}

/** Signature of an entry of the directory, and how long its fixed part is (APPNOTE of PKWARE, 4.3.12). */
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

/** Signature of the end of the directory, and how long its fixed part is (4.3.16). */
const END = 0x06054b50;
const END_LENGTH = 22;

/**
 * The checksums of some parts by the directory of their archive, which the unpacker looks at for sizes alone: an archive can
 * lock a part by a password, give its name to two, or hold other bytes than were packed (`isAsPacked`).
 *
 * @throws BadInput where one of these parts is locked or stands twice.
 */
export function checksumsOf(archive: Uint8Array, wanted: ReadonlySet<string>): Map<string, number> {
  const checksums = new Map<string, number>();
  for (const { name, encrypted, checksum } of directoryOf(archive)) {
    if (!wanted.has(name)) continue;
    if (encrypted) throw new BadInput('the Word file is locked by a password; save it without one');
    if (checksums.has(name)) throw new BadInput(`${name} stands twice in the file; save it again and try once more`);
    checksums.set(name, checksum);
  }
  return checksums;
}

/** Has a part the checksum that the directory gives? */
export function isAsPacked(part: Uint8Array, checksum: number | undefined): boolean {
  return checksum === crc32(part);
}

function directoryOf(archive: Uint8Array): Entry[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0) return [];
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + ENTRY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== ENTRY) break;
    const [name, extra, comment] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + name),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      checksum: bytes.readUInt32LE(at + 16),
    });
    at += ENTRY_LENGTH + name + extra + comment;
  }
  return entries;
}
