import type { Wording } from "../../../../src/core/reports/in-other-words"

/** Suppliers, webhooks, promotion codes, tasks, polls and notices. */
export const actionsSaid: Wording[] = [
  ['There is no supplier "{0}".', "Es gibt keinen Lieferanten „{0}“."],
  [
    'name is "{0}": there is such a supplier already. Choose another name.',
    "name ist „{0}“: Einen solchen Lieferanten gibt es schon. Wählen Sie einen anderen Namen.",
  ],
  ['There is no webhook "{0}".', "Es gibt keinen Webhook „{0}“."],
  ["name is {0}: it must have 1 to 120 characters.", "name ist {0}: Er muss 1 bis 120 Zeichen haben."],
  ["url is {0}: it {1}.", "url ist {0}: Sie {1}."],
]
