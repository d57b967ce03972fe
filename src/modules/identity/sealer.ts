/**
 * Seals what must not be readable in the database (AES-GCM or the like, authenticated). The real one comes from the
 * key provider; what it can't open, it throws at.
 */
export interface Sealer {
  seal(plain: Buffer): Buffer;
  open(sealed: Buffer): Buffer;
}

/**
 * Seals `text` together with `place`, the one place where it may stand (`account/<id>/givenName`), so that a sealed
 * value that is moved to another row is not believed there.
 */
export const sealText = (sealer: Sealer, place: string, text: string): Buffer =>
  sealer.seal(Buffer.from(`${place}\n${text}`, 'utf8'));

/** The text that was sealed for `place`. Throws when it was sealed for another one, or not by this sealer. */
export function openText(sealer: Sealer, place: string, sealed: Buffer): string {
  const text = sealer.open(sealed).toString('utf8');
  if (!text.startsWith(`${place}\n`)) throw new Error(`a sealed value stands in the wrong place: ${place}`);
  return text.slice(place.length + 1);
}
