const STRING_OR_COMMENT = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\//g;
const STRING = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/;

/**
 * `css` without comments and without the space that only people need. Strings stay as they are; single spaces inside
 * values and selectors stay too, since they may mean something there.
 */
export function minifyCss(css: string): string {
  return css
    .replace(STRING_OR_COMMENT, (_, string: string | undefined) => string ?? '')
    .split(STRING)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,>]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/;}/g, '}'),
    )
    .join('')
    .trim();
}
