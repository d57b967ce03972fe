import type { UploadRefusal } from '../files/stored-file.ts';
import { endsAsZip, looksLikeMarkup, type Watch } from './watch.ts';

/** More than any camera or scanner makes; a picture that claims more is made to fill a memory. */
const MOST_PIXELS = 120_000_000;
const MOST_SIDE = 30_000;

const isBomb = (width: number, height: number): boolean =>
  width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS;

const PNG_HEAD = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');

/** A PNG with a size that can be, and nothing behind its end. */
export function watchPng(head: Buffer): Watch | undefined {
  if (!head.subarray(0, PNG_HEAD.length).equals(PNG_HEAD) || head.length < 33) return undefined;
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)];
  return {
    type: 'image/png',
    take: () => (isBomb(width, height) || looksLikeMarkup(head) ? 'suspicious' : undefined),
    end(tail) {
      if (width === 0 || height === 0) return 'damaged';
      if (tail.subarray(-PNG_END.length).equals(PNG_END)) return undefined;
      return tail.includes(PNG_END) ? 'suspicious' : 'damaged';
    },
  };
}

/**
 * A JPEG, walked from segment to segment until one says how big the picture is. Cameras put much before and behind it,
 * so what follows is let be, unless it makes an archive of the file.
 */
export function watchJpeg(head: Buffer): Watch | undefined {
  if (head.length < 4 || head.readUIntBE(0, 3) !== 0xffd8ff) return undefined;
  const isMarkup = looksLikeMarkup(head);
  const walk = walkSegments();
  let size: { width: number; height: number } | undefined;
  return {
    type: 'image/jpeg',
    take(chunk): UploadRefusal | undefined {
      if (isMarkup) return 'suspicious';
      size ??= walk(chunk);
      return size && isBomb(size.width, size.height) ? 'suspicious' : undefined;
    },
    end(tail) {
      if (endsAsZip(tail)) return 'suspicious';
      return size && size.width > 0 && size.height > 0 ? undefined : 'damaged';
    },
  };
}

/** Feeds on chunks; gives the size at the first start-of-frame. @see ITU-T T.81 §B.2.2 */
function walkSegments(): (chunk: Buffer) => { width: number; height: number } | undefined {
  let held: Buffer = Buffer.alloc(0);
  let skip = 2;
  let isOver = false;
  return (chunk) => {
    if (isOver) return undefined;
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      if (skip >= held.length) {
        skip -= held.length;
        held = Buffer.alloc(0);
        return undefined;
      }
      held = held.subarray(skip);
      skip = 0;
      if (held.length < 9) return undefined;
      const marker = held[1] as number;
      if (held[0] !== 0xff || marker === 0xda) {
        isOver = true;
        return undefined;
      }
      const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
      if (isFrame) return { height: held.readUInt16BE(5), width: held.readUInt16BE(7) };
      skip = marker === 0xff ? 1 : 2 + held.readUInt16BE(2);
    }
  };
}
