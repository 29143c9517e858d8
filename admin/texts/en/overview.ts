export const findings = {
  none: "Nothing is wrong.",
  mend: "Mend this",
  severity: {
    blocks: "Nothing leaves until this is mended.",
    blocks_marketing: "Newsletters and reminders wait; receipts go out.",
    warning: "Worth a look.",
  },
} as const

export const liveShop = {
  button: "This is the live shop",
  title: "Is this the live shop?",
  description:
    "Something differs from the shop that Mailroom knows: its address, environment or database. If this is a copy (staging), leave it: your customers would get every mail twice. If an older backup was put back here, look first at what waits in the Outbox: it may have gone out before. If this is the live shop, confirm {{url}}.",
  confirm: "Yes, this is the live shop",
  done: "Confirmed. Held mail goes out now.",
} as const

export const overview = {
  hint: "What went out, what waits and what came of it.",
  toNewsletters: "Newsletters",
  allReports: "All reports",
  state: {
    ready: "Ready, with a remark",
    receiptsOnly: "Receipts go out, marketing waits",
    notReady: "Nothing goes out yet",
  },
  stateHint: {
    ready: "Mail goes out. These points are worth a look.",
    receiptsOnly: "Mend these points before you send a newsletter.",
    notReady: "Mend these points and Mailroom starts by itself. Nothing that happened in the meantime is lost.",
  },
  stateBadge: { ready: "Ready", receiptsOnly: "Receipts only", notReady: "Not ready" },
  neverRan: "No process has ever sent mail here. Start a Medusa process in worker or shared mode.",
  stoodStill: "The sending process has shown no sign of life for {{duration}}. Restart the shop's worker.",
  sent24h: "Sent, last 24 hours",
  sent24hHint: "Mails that a receiving server has taken, of all kinds.",
  waiting: "Waiting",
  waitingHint: "Planned but not sent yet, whether due or not.",
  nothingLate: "Nothing is late",
  oldestDue: "The oldest is late by {{duration}}",
  failed24h: "Failed, last 24 hours",
  failed24hHint: "Refused by the receiving server for good, or impossible to make.",
  held_one: "{{count}} mail is held back",
  held_other: "{{count}} mails are held back",
  inDoubt: "In doubt",
  inDoubtHint:
    "Handed over, but the server never answered: nobody can know. Receipts are sent once more, newsletters are not.",
  unrecorded_one: "{{count}} open or click could not be recorded",
  unrecorded_other: "{{count}} opens or clicks could not be recorded",
  dispatches: "Latest dispatches",
  dispatchesHint: "The figures move while you watch. Choose one for its whole report.",
  noDispatches: "Nothing was sent yet",
  noDispatchesHint: "Switch on a store e-mail or write your first newsletter; its figures appear here.",
} as const
