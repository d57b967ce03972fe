import { trusted } from '../../platform/html/html.ts';

/** The hall's own mark: three counters under one roof. The name always stands beside it. */
export const mark = trusted(
  '<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false"><path class="mark__roof" d="M3 16.5 20 5.5l17 11"/><path class="mark__hall" d="M6 20h28v15H6Z"/><path class="mark__counters" d="M9.5 35v-7.5a2.8 2.8 0 0 1 5.6 0V35ZM17.2 35v-7.5a2.8 2.8 0 0 1 5.6 0V35ZM24.9 35v-7.5a2.8 2.8 0 0 1 5.6 0V35Z"/></svg>',
);
