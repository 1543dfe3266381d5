import { inflateRawSync } from 'node:zlib';

/** A file inside a zip, as the zip's directory declares it. */
interface Entry {
  readonly offset: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly deflated: boolean;
}

/** The bytes that a zip says it unpacks to: to be looked at before anything is unpacked. Null when it is no zip. */
export function declaredSize(bytes: Buffer): number | null {
  return entries(bytes)?.reduce((sum, entry) => sum + entry.unpacked, 0) ?? null;
}

/** Whether each file inside unpacks to no more than the directory says: a bomb may lie. */
export function sizesAreTrue(bytes: Buffer): boolean {
  try {
    for (const { offset, packed, unpacked, deflated } of entries(bytes) ?? []) {
      if (!deflated) continue;
      const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
      inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(unpacked, 1) });
    }
    return true;
  } catch {
    return false;
  }
}

function entries(bytes: Buffer): Entry[] | null {
  try {
    const end = bytes.lastIndexOf(endOfDirectory);
    if (end === -1) return null;
    const found: Entry[] = [];
    let at = bytes.readUInt32LE(end + 16);
    while (at + 46 <= end && bytes.readUInt32LE(at) === 0x02014b50) {
      found.push({
        deflated: bytes.readUInt16LE(at + 10) === 8,
        packed: bytes.readUInt32LE(at + 20),
        unpacked: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      });
      at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return found;
  } catch {
    return null;
  }
}

const endOfDirectory = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
