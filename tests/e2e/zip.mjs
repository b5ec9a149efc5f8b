// A ZIP file of texts, as plain as one can be.
import { crc32 } from "node:zlib";

/** The bytes of an archive with these `[name, text]` in it, not packed. */
export function zip(files) {
  const parts = [];
  const index = [];
  let at = 0;
  for (const [name, text] of files) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x0800, 2);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(title.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    parts.push(Buffer.from("PK\x03\x04"), about, title, bytes);
    index.push(Buffer.from("PK\x01\x02\x14\x00"), about, where, title);
    at += 4 + about.length + title.length + bytes.length;
  }
  const listed = Buffer.concat(index);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from("PK\x05\x06"), end]);
}
