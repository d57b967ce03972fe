export { type HoursLine, hoursInWords } from './hours-in-words.ts';
export { type OpeningHours, type ReadHours, readOpeningHours, type Span, tidy } from './opening-hours.ts';
