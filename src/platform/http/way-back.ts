/**
 * Where to go after sign-in: `asked` if it is a plain path below this portal's `root`, else `otherwise`. Absolute and
 * protocol-relative addresses, backslashes and control characters never pass, so nobody is led elsewhere by our link.
 */
export function wayBack(asked: string | undefined, root: string, otherwise: string): string {
  if (asked === undefined || asked.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return otherwise;
  const url = URL.parse(asked, 'https://hall.invalid');
  if (url?.origin !== 'https://hall.invalid' || url.hash !== '') return otherwise;
  const path = url.pathname;
  if (path.startsWith('//') || (root !== '' && path !== root && !path.startsWith(`${root}/`))) return otherwise;
  return /\/(sign-in|sign-out)(\/|$)/.test(path) ? otherwise : path + url.search;
}
