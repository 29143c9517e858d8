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
  ["The server answered {0}.", "Der Server hat {0} geantwortet."],
  [
    "The server answered {0}: redirections are not followed.",
    "Der Server hat {0} geantwortet: Weiterleitungen wird nicht gefolgt.",
  ],
  [
    "The server answered 410: nobody listens there any more.",
    "Der Server hat 410 geantwortet: Dort hört niemand mehr zu.",
  ],
  ["The address {0}.", "Die Adresse {0}."],
  [
    "The address leads into a private network, where webhooks must not go.",
    "Die Adresse führt in ein privates Netz, in das Webhooks nicht dürfen.",
  ],
  ["No whole answer within {0} seconds.", "Keine ganze Antwort binnen {0} Sekunden."],
  ["The server could not be reached: {0}.", "Der Server war nicht zu erreichen: {0}."],
  ['must be a time zone such as "Europe/Berlin"', "muss eine Zeitzone sein, etwa „Europe/Berlin“"],
  ["must have at most {0} characters", "darf höchstens {0} Zeichen haben"],
  [
    'must be a whole address such as "https://example.com/hook"',
    "muss eine ganze Adresse sein, etwa „https://example.com/hook“",
  ],
  [
    "must carry no user name and password; the signature says who sends",
    "darf keinen Benutzernamen und kein Passwort tragen; die Unterschrift sagt, wer sendet",
  ],
  ["must have no # part; it would never arrive", "darf keinen Teil nach # haben; er käme nie an"],
  ["registerAction: {0}.", "registerAction: {0}."],
  ['id {0} must be small letters, digits and "_"', "id {0} muss aus kleinen Buchstaben, Ziffern und „_“ bestehen"],
  ['"{0}" needs a label', "„{0}“ braucht einen Namen (label)"],
  ['"{0}" needs settings that are a zod schema', "„{0}“ braucht settings, die ein zod-Schema sind"],
  ['"{0}" needs a function run', "„{0}“ braucht eine Funktion run"],
  ["must be more than nothing", "muss mehr als nichts sein"],
  ["must begin with https://", "muss mit https:// beginnen"],
  ["must be an IP address or a range such as 10.0.0.0/8", "muss eine IP-Adresse oder ein Bereich wie 10.0.0.0/8 sein"],
  ['There is no notice "{0}".', "Es gibt keine Nachricht „{0}“."],
  [
    "This notice has not gone out: there is nothing to confirm.",
    "Diese Nachricht ist nicht hinausgegangen: Es gibt nichts zu bestätigen.",
  ],
  [
    'There is no task "{0}". Its person may have been erased.',
    "Es gibt keine Aufgabe „{0}“. Vielleicht wurde die Person gelöscht, um die es ging.",
  ],
  ['"{0}" is {1} already: make a new task.', "„{0}“ ist schon abgeschlossen: Legen Sie eine neue Aufgabe an."],
  [
    'assignee_id is "{0}": no user of this admin. Take an id of GET /admin/mailroom/tasks/people.',
    "assignee_id ist „{0}“: kein Benutzer dieser Verwaltung. Nehmen Sie eine Id von GET /admin/mailroom/tasks/people.",
  ],
  [
    '"{0}" is somebody else\'s: without the right "edit" you settle only your own tasks.',
    "„{0}“ gehört jemand anderem: Ohne das Recht „Bearbeiten“ schließen Sie nur eigene Aufgaben ab.",
  ],
  ["say in a few words what is to be done", "sagen Sie in wenigen Worten, was zu tun ist"],
  ["choose at least one colleague", "wählen Sie mindestens einen Kollegen"],
  [
    'a "{{" or "{%" is not closed: write {{ order.displayId }}',
    "ein „{{“ oder „{%“ ist nicht geschlossen: schreiben Sie {{ order.displayId }}",
  ],
  ["must be a time such as 2026-11-23T15:00:00Z", "muss eine Zeit sein, etwa 2026-11-23T15:00:00Z"],
  ["must be the id of a contact", "muss die Id eines Kontakts sein"],
  ["must be a time of day such as 08:30", "muss eine Uhrzeit sein, etwa 08:30"],
  [
    "must name at least one reader, or the report must be off",
    "muss mindestens einen Leser nennen, oder der Bericht muss ausgeschaltet sein",
  ],
  [
    "Nobody is to read this report: name somebody and save it first.",
    "Diesen Bericht soll niemand lesen: Nennen Sie jemanden und speichern Sie zuerst.",
  ],
  ["choose what is bought", "wählen Sie, was gekauft wird"],
  ["choose a colleague", "wählen Sie eine Kollegin oder einen Kollegen"],
  [
    "must be left out: this trigger is not about an order",
    "muss wegbleiben: Bei diesem Auslöser geht es nicht um eine Bestellung",
  ],
  [
    "must be addresses or colleagues: this trigger is not about an order, so there is no product",
    "müssen Adressen oder Kollegen sein: Bei diesem Auslöser geht es nicht um eine Bestellung, also gibt es kein Produkt",
  ],
  ["must be left out: it is for what is bought", "muss wegbleiben: Es ist für Gekauftes"],
  [
    "In the last 30 days nothing happened that would have set it off.",
    "In den letzten 30 Tagen geschah nichts, was sie ausgelöst hätte.",
  ],
  ["Only the other system would be told.", "Nur das andere System erführe davon."],
  [
    'Nobody would be told: no address in "to" was found.',
    "Niemand würde benachrichtigt: In „An“ fand sich keine Adresse.",
  ],
]
