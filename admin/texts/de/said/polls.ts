import type { Wording } from "../../../../src/core/reports/in-other-words"

export const pollsSaid: Wording[] = [
  ['There is no poll "{0}". It may have been deleted.', "Es gibt keine Umfrage „{0}“. Vielleicht wurde sie gelöscht."],
  [
    'There is no poll "{0}" any more. Choose another one.',
    "Die Umfrage „{0}“ gibt es nicht mehr. Wählen Sie eine andere.",
  ],
  ['rule: there is no poll "{0}". Choose another one.', "Es gibt keine Umfrage „{0}“. Wählen Sie eine andere."],
  ['name is "{0}": there is a poll of that name already.', "Eine Umfrage namens „{0}“ gibt es schon."],
  [
    "answers: this poll has no answer number {0}. Leave the number of a new answer out.",
    "Diese Umfrage hat keine Antwort mit der Nummer {0}. Eine neue Antwort bekommt ihre Nummer von selbst.",
  ],
  ['answers: "{0}" stands there twice.', "Die Antwort „{0}“ steht zweimal da."],
  ["most_choices is {0}: there are only {1} answers.", "Es gibt nur {1} Antworten; man kann nicht {0} davon wählen."],
  [
    'answers: {0} people have chosen "{1}", so it cannot be taken out. Change its words, or make a new poll.',
    "„{1}“ haben schon {0} Personen gewählt, die Antwort kann nicht entfernt werden. Ändern Sie die Worte, oder legen Sie eine neue Umfrage an.",
  ],
  [
    "most_choices is {0}: people have answered already with up to {1} choices, so it can only grow.",
    "Es wurde schon mit bis zu {1} Antworten geantwortet, die Zahl kann nur noch größer werden (nicht {0}).",
  ],
  [
    "must not hold {{ or {%: a poll has no variables",
    "darf weder {{ noch {% enthalten: Eine Umfrage hat keine Variablen",
  ],
  ["must be a time such as 2026-12-24T18:00:00Z", "muss ein Zeitpunkt sein, zum Beispiel 2026-12-24T18:00:00Z"],
  ["must be the number of an answer", "muss die Nummer einer Antwort sein"],
  ["must be at least {0} answers", "müssen mindestens {0} Antworten sein"],
  ["must be at most {0} answers", "dürfen höchstens {0} Antworten sein"],
]
