import type { Wording } from "../../../../src/core/reports/in-other-words"

/** Automations: their drafts, versions and people inside. */
export const automationsSaid: Wording[] = [
  ['There is no recipe "{0}"; known: {1}.', "Es gibt kein Rezept „{0}“; bekannt sind: {1}."],
  [
    "Only the latest change of each product is kept, so earlier ones are not among these.",
    "Von jedem Produkt ist nur die letzte Änderung bekannt; frühere sind hier nicht dabei.",
  ],
  [
    "Who came into a group of people when is kept only from the switch-on. A test run shows the way of one person.",
    "Wer wann in eine Gruppe kam, ist erst ab dem Einschalten bekannt. Ein Probelauf zeigt den Weg einer Person.",
  ],
  [
    "What was put into carts is noted only while an automation waits for it.",
    "Was in Warenkörbe gelegt wurde, wird nur vermerkt, solange eine Automation darauf wartet.",
  ],
  [
    "An event of the shop is written down only while an automation waits for it.",
    "Ein Ereignis des Shops wird nur vermerkt, solange eine Automation darauf wartet.",
  ],
  [
    "Counted from the latest order of today: who has ordered again since is not among these.",
    "Gezählt ab der letzten Bestellung von heute aus gesehen: Wer seither wieder bestellt hat, ist hier nicht dabei.",
  ],
  [
    "Counted from the latest visit of today: who has come again since is not among these.",
    "Gezählt ab dem letzten Besuch von heute aus gesehen: Wer seither wieder kam, ist hier nicht dabei.",
  ],
  ["Balances are taken as they are today.", "Guthaben zählen so, wie sie heute sind."],
  ["It was begun three times and ended each time.", "Es wurde dreimal begonnen und brach jedes Mal ab."],
  [
    'email is "{0}": mails of a test run go to your own address, the owner\'s or a seed address only. Choose one of: {1}.',
    "email ist „{0}“: Mails eines Probelaufs gehen nur an Ihre eigene Adresse, die des Inhabers oder eine Prüfadresse. Wählen Sie eine davon: {1}.",
  ],
  ["Add at least one step.", "Fügen Sie mindestens einen Schritt hinzu."],
  ["Choose what sets it off.", "Wählen Sie, was sie auslöst."],
  ['Node "{0}": {1}: {2}.', "Schritt „{0}“: {1}: {2}."],
  ["Trigger: {0}: {1}.", "Auslöser: {0}: {1}."],
  [
    'There is no published template "{0}" any more. Choose another one.',
    "Die veröffentlichte Vorlage „{0}“ gibt es nicht mehr. Wählen Sie eine andere.",
  ],
  [
    'There is no segment "{0}" any more. Choose another one.',
    "Das Segment „{0}“ gibt es nicht mehr. Wählen Sie ein anderes.",
  ],
  [
    'There is no topic "{0}" any more. Choose another one.',
    "Das Thema „{0}“ gibt es nicht mehr. Wählen Sie ein anderes.",
  ],
  [
    'There is no sender "{0}" any more. Choose another one.',
    "Den Absender „{0}“ gibt es nicht mehr. Wählen Sie einen anderen.",
  ],
  [
    'There is no product "{0}" any more. Choose another one.',
    "Das Produkt „{0}“ gibt es nicht mehr. Wählen Sie ein anderes.",
  ],
  [
    'There is no tag "{0}" any more. Choose another one.',
    "Das Etikett „{0}“ gibt es nicht mehr. Wählen Sie ein anderes.",
  ],
  ["It ended with a mail.", "Es endete mit einer Mail."],
  ["It ended with a promotion code.", "Es endete mit einem Gutschein-Code."],
  ["It ended with word to another system.", "Es endete damit, dass ein anderes System Bescheid bekam."],
  ["It ended with an action of the shop's own code.", "Es endete mit einer Aktion des Shops."],
  [
    "It ended when others than the shopper were told.",
    "Es endete damit, dass andere als die Kundschaft Bescheid bekamen.",
  ],
  ["It ended with a task for a colleague.", "Es endete mit einer Aufgabe für jemanden im Team."],
  ["The task was not done in time.", "Die Aufgabe wurde nicht rechtzeitig erledigt."],
  ["Somebody said that the task was not necessary.", "Jemand gab an, dass die Aufgabe nicht nötig war."],
  ["It walked to the end.", "Ist bis zum Ende gegangen."],
  ["It is on the way.", "Ist unterwegs."],
  [
    "The promotion code could not be used any more when the mail went out, so it went without it.",
    "Der Gutschein-Code war nicht mehr zu gebrauchen, als die Mail hinausging; deshalb ging sie ohne ihn.",
  ],
  [
    "The mail waits until the hours at which it may go, by the reader's clock.",
    "Die Mail wartet auf die Stunden, in denen sie gehen darf, nach der Uhr der Leserin oder des Lesers.",
  ],
  ["The mail waits because the automation is paused.", "Die Mail wartet, weil die Automation angehalten ist."],
  [
    "It came back to the same step again and again in one moment.",
    "Kam im selben Augenblick immer wieder zum selben Schritt zurück.",
  ],
  [
    "A newer version no longer had the step on which it stood.",
    "Eine neuere Fassung hatte den Schritt nicht mehr, auf dem sie stand.",
  ],
  ["It happened before the automation was switched on.", "Es geschah, bevor die Automation eingeschaltet wurde."],
  ["A filter of the trigger did not hold.", "Ein Filter des Auslösers traf nicht zu."],
  [
    "The person was inside before, and may enter once only.",
    "Die Person war schon einmal darin und darf nur einmal eintreten.",
  ],
  ["The person was inside too short a time ago.", "Die Person war vor zu kurzer Zeit darin."],
  ["The person is inside already.", "Die Person ist schon darin."],
  [
    "The person is held out, so that it can be measured what the automation brings.",
    "Die Person wird herausgehalten, damit messbar ist, was die Automation bringt.",
  ],
  ["The rule holds for the person.", "Die Regel trifft auf die Person zu."],
  ["The rule does not hold for the person.", "Die Regel trifft auf die Person nicht zu."],
  ["The lot decided.", "Das Los entschied."],
  ["There was still a place.", "Es war noch ein Platz frei."],
  ["All places were taken.", "Alle Plätze waren vergeben."],
  ["What was asked about the mail had happened.", "Wonach bei der Mail gefragt war, war geschehen."],
  ["What was asked about the mail had not happened.", "Wonach bei der Mail gefragt war, war nicht geschehen."],
  ["Everybody selected goes on by themselves.", "Alle Ausgewählten gehen je für sich weiter."],
  [
    'Node "{0}" asks about step "{1}", which is not there. Choose another one.',
    "Der Schritt „{0}“ fragt nach dem Schritt „{1}“, den es nicht gibt. Wählen Sie einen anderen.",
  ],
  [
    'Node "{0}" selects people, but the trigger already brings one. Use it behind a date or another trigger without a person.',
    "Der Schritt „{0}“ wählt Personen aus, aber der Auslöser bringt schon eine mit. Nutzen Sie ihn hinter einem Termin oder einem anderen Auslöser ohne Person.",
  ],
  [
    'Only triggers that wait for an event can be replayed; "{0}" is computed by the clock. Use a test run.',
    "Nur Auslöser, die auf ein Ereignis warten, lassen sich nachspielen; „{0}“ berechnet die Uhr. Nutzen Sie einen Probelauf.",
  ],
  ["There is no mail of that step.", "Von diesem Schritt gibt es keine Mail."],
  [
    'Somebody changed "{0}" meanwhile. Load it again, then make your change.',
    "Jemand hat „{0}“ inzwischen geändert. Laden Sie neu, dann ändern Sie.",
  ],
  ['There is no entrant "{0}" in this automation.', "In dieser Automation gibt es keinen Teilnehmer „{0}“."],
  ['There is no version "{0}".', "Eine Fassung „{0}“ gibt es nicht."],
  [
    '"{0}" belongs to Mailroom and cannot be deleted. Switch it off instead.',
    "„{0}“ gehört zu Mailroom und kann nicht gelöscht werden. Schalten Sie sie stattdessen aus.",
  ],
  [
    'Nobody with the id "{0}" is inside this automation any more.',
    "Niemand mit der Kennung „{0}“ ist noch in dieser Automation.",
  ],
  [
    '"{0}" has no published version yet. Publish it first, then switch it on.',
    "„{0}“ hat noch keine veröffentlichte Fassung. Veröffentlichen Sie sie erst, dann schalten Sie sie ein.",
  ],
  [
    '"{0}" reminds of the same carts and is on. Switch it off first, or people get both.',
    "„{0}“ erinnert an dieselben Warenkörbe und ist eingeschaltet. Schalten Sie sie zuerst aus, sonst gehen beide hinaus.",
  ],
  [
    'The way of "{0}" says more than this form can. Change it as an automation.',
    "Der Ablauf von „{0}“ sagt mehr, als dieses Formular kann. Ändern Sie ihn als Automation.",
  ],
  [
    'There is no autoresponder "{0}". It may have been deleted.',
    "Es gibt keinen Autoresponder „{0}“. Vielleicht wurde er gelöscht.",
  ],
  ["must be a name to find it by", "muss ein Name sein, unter dem man es findet"],
  ["must be the key or id of a template", "muss der Schlüssel oder die Id einer Vorlage sein"],
  ['"{0}" is off; nobody is inside who could leave.', "„{0}“ ist aus; niemand ist darin, der hinausgehen könnte."],
  ['"{0}" is off; there is nothing to pause.', "„{0}“ ist aus; es gibt nichts anzuhalten."],
  [
    "must be the draft_revision with which the draft was loaded",
    "muss die draft_revision sein, mit der der Entwurf geladen wurde",
  ],
]
