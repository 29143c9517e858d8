import type { Wording } from "../../../../src/core/reports/in-other-words"

/** Jobs, and the plugin options about Redis. */
export const systemSaid: Wording[] = [
  ['There is no job "{0}".', "Es gibt keinen Auftrag „{0}“."],
  [
    'The job "{0}" is "{1}", so it cannot be cancelled now. Look at it again.',
    "Der Auftrag „{0}“ ist „{1}“ und kann jetzt nicht abgebrochen werden. Sehen Sie ihn sich noch einmal an.",
  ],
  [
    'The job "{0}" is "{1}", so it cannot be begun again now. Look at it again.',
    "Der Auftrag „{0}“ ist „{1}“ und kann jetzt nicht noch einmal begonnen werden. Sehen Sie ihn sich noch einmal an.",
  ],
  ["must begin with redis:// or rediss://, or be false", "muss mit redis:// oder rediss:// beginnen oder false sein"],
  [
    "must be of letters, digits and : . _ - (64 at most)",
    "darf aus Buchstaben, Ziffern und : . _ - bestehen (höchstens 64 Zeichen)",
  ],
]
