/**
 * `css` without comments and without the space that only people need. Strings stay as they are; single spaces inside
 * values and selectors stay too, since they may mean something there.
 */
export function minifyCss(css: string): string {
  return css
    .split(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\*[\s\S]*?\*\/)/)
    .map((part, index) => {
      if (index % 2 === 1) return part.startsWith('/*') ? '' : part;
      return part
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>]) ?/g, '$1')
        .replace(/: /g, ':')
        .replace(/;}/g, '}');
    })
    .join('')
    .trim();
}
