import type { SeededStaff } from './people.ts';

const staff: readonly Omit<SeededStaff, 'email'>[] = [
  { key: 'staff-glarus-nord-1', givenName: 'Sandra', familyName: 'Schalter', authority: 'ch-1630', role: 'caseworker' },
  { key: 'staff-glarus-nord-2', givenName: 'Beat', familyName: 'Bearbeiter', authority: 'ch-1630', role: 'caseworker' },
  { key: 'lead-glarus-nord', givenName: 'Ursina', familyName: 'Leitner', authority: 'ch-1630', role: 'lead' },
  { key: 'reader-glarus-nord', givenName: 'Livia', familyName: 'Leserin', authority: 'ch-1630', role: 'read-only' },
  { key: 'clerk-glarus-nord', givenName: 'Corina', familyName: 'Kanzler', authority: 'ch-1630', role: 'clerk' },
  { key: 'auditor-glarus-nord', givenName: 'Rolf', familyName: 'Revisor', authority: 'ch-1630', role: 'auditor' },
  { key: 'staff-glarus', givenName: 'Daniela', familyName: 'Dossier', authority: 'ch-1632', role: 'caseworker' },
  { key: 'lead-glarus', givenName: 'Hansjörg', familyName: 'Haupt', authority: 'ch-1632', role: 'lead' },
  { key: 'clerk-glarus', givenName: 'Petra', familyName: 'Pflege', authority: 'ch-1632', role: 'clerk' },
  { key: 'clerk-canton-glarus', givenName: 'Theo', familyName: 'Texter', authority: 'ch-gl', role: 'clerk' },
  { key: 'staff-st-gallen', givenName: 'Nadja', familyName: 'Nummer', authority: 'ch-3203', role: 'caseworker' },
  { key: 'lead-st-gallen', givenName: 'Andreas', familyName: 'Anleiter', authority: 'ch-3203', role: 'lead' },
  { key: 'clerk-st-gallen', givenName: 'Silvia', familyName: 'Schreiber', authority: 'ch-3203', role: 'clerk' },
  { key: 'staff-zuerich', givenName: 'Mirjam', familyName: 'Mappe', authority: 'ch-261', role: 'caseworker' },
  { key: 'lead-zuerich', givenName: 'Lukas', familyName: 'Lenker', authority: 'ch-261', role: 'lead' },
  { key: 'clerk-zuerich', givenName: 'Eva', familyName: 'Eintrag', authority: 'ch-261', role: 'clerk' },
  { key: 'staff-saarbruecken', givenName: 'Jutta', familyName: 'Akte', authority: 'de-10041100', role: 'caseworker' },
  { key: 'lead-saarbruecken', givenName: 'Bernd', familyName: 'Bescheid', authority: 'de-10041100', role: 'lead' },
  { key: 'clerk-saarbruecken', givenName: 'Nicole', familyName: 'Notiz', authority: 'de-10041100', role: 'clerk' },
  { key: 'operator', givenName: 'Otto', familyName: 'Operator', role: 'operator' },
];

export const seededStaff: readonly SeededStaff[] = staff.map((member) => ({
  ...member,
  email: `${member.key}@staff.example`,
}));
