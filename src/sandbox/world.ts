import type { SeededPerson } from './people.ts';
import { peopleOfGermany } from './people-of-germany.ts';
import { peopleOfSwitzerland } from './people-of-switzerland.ts';

export { seededStaff } from './staff.ts';

/** Everybody who lives in the sandbox world: also what its register of residents knows. */
export const seededPeople: readonly SeededPerson[] = [...peopleOfSwitzerland, ...peopleOfGermany];
