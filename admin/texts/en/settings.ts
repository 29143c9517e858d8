export const settings = {
  hint: "Sender, delivery and rules. What your developer set in the code is the default here.",
  section: {
    health: "Health",
    system: "System",
    sender: "Sender and brand",
    transport: "Mail server",
    general: "Addresses and time",
    delivery: "Live or to me only",
    owner: "Owner copies",
    copies: "Copies",
    utm: "Link parameters",
    tracking: "Tracking",
    consent: "Rules and retention",
    throttle: "Speed",
    schedule: "When and how often",
    rights: "Rights",
  },
} as const

export const health = {
  title: "What is wrong",
  hint: "Each point with its way out. The shop itself is never stopped by any of them.",
  check: "Check again",
  checked: "Checked.",
  facts: "State",
  receipts: "Receipts and other store e-mails",
  marketing: "Newsletters and reminders",
  go: "go out",
  stay: "wait",
  server: "Mail server",
  transport: { ok: "Answers", failed: "Refuses", not_configured: "Not set up", unchecked: "Not asked yet" },
  checkedAt: "asked {{ago}}",
  liveShop: "This shop",
  confirmedAt: "confirmed {{at}}",
  mode: "Mode",
} as const

export const general = {
  hint: "The links in your mails are made from these addresses.",
  baseUrl: "Public address of this server",
  baseUrlHint:
    "Pixel, links and unsubscribe pages live here, so inboxes everywhere must reach it. It begins with https://.",
  storefrontUrl: "Address of the storefront",
  storefrontUrlHint: "Where your customers shop.",
  cartUrl: "Address of the cart",
  cartUrlHint: "{cart_id} stands for the cart's number. Where the reminder's link goes on to.",
  timeZone: "Time zone",
  timeZoneHint: "Of the shop, for reports and schedules.",
  locale: "Language",
  localeHint: "For people whose language is not known.",
} as const

export const transport = {
  hint: "Any SMTP server: your provider's, or your own.",
  fromOption: "Your developer has set the server {{host}} in the code; it wins over the fields below.",
  host: "Server",
  hostHint: "Your e-mail provider calls it “outgoing server” or “SMTP”. Another server needs its password anew.",
  security: "Encryption",
  securities: { starttls: "STARTTLS", tls: "TLS", none: "None" },
  port: "Port",
  user: "User",
  password: "Password",
  connections: "Connections at once",
  connectionsHint: "More is faster, as long as your provider allows it.",
  dkimHint:
    "A signature that proves that the mail is yours. Many providers sign by themselves; then leave these three empty.",
  dkimDomain: "Domain",
  dkimSelector: "Selector",
  dkimKey: "Private key",
} as const

export const secret = {
  hint: "It is stored sealed and never shown again.",
  isSet: "stored",
  isNotSet: "not stored",
  replace: "Type to replace the stored one",
  forget: "Forget it",
  keep: "Keep it after all",
  willBeForgotten: "It is forgotten when you save.",
} as const

export const mode = {
  hint: "A quiet way to try everything with real orders.",
  live: "Live",
  liveHint: "Each mail goes to its reader.",
  toMe: "To me only",
  toMeHint: "Each mail goes to one address instead, its “To” still names the real reader.",
  address: "My address",
  addressHint: "Everything goes here as long as this mode is on.",
} as const

export const owner = {
  hint: "Used by each store e-mail with “Copy to the owner” that names no address of its own.",
  addresses: "Addresses",
  addressesHint: "Up to ten.",
} as const

export const tracking = {
  hint: "Whether opens and clicks of a person may be seen. In the EU that needs an agreement of its own.",
  opens: "Opens",
  clicks: "Clicks",
  policy: {
    consent_only: "Only with consent",
    aggregate_only: "Anonymous totals only",
    off: "Off",
    all: "Everybody",
  },
  policyHint: {
    consent_only: "Who agreed is seen personally; of all others only anonymous totals are counted.",
    aggregate_only: "Nobody is seen personally; totals are counted.",
    off: "Nothing is counted.",
    all: "Everybody is seen personally, whether they agreed or not.",
  },
  legalWarning:
    "In the EU and the UK this is against the law without consent. Only choose it where your law allows it.",
} as const

export const consent = {
  title: "Left in peace",
  hint: "Marketing mail only; receipts always go.",
  rule: "No mass mail after a long silence",
  ruleHint: "Who has not bought, opened, clicked or subscribed for so long gets none until the next purchase.",
  months: "Months without a sign of life",
  basisTitle: "Purchases that allow news",
  basisHint:
    "The soft opt-in of the EU: who bought may be written to about similar goods, if the checkout let them refuse.",
  softOptIn: "My checkout shows a box to refuse news",
  softOptInHint:
    "Then an order alone puts new buyers into the topics that are on for new customers. Never who refused.",
  since: "Since which day",
  sinceHint: "Orders before it do not count.",
  wording: "The words beside the box",
  mailTitle: "Unsubscribing by mail",
  mailHint:
    "For mail programs that cannot press the button: they send a mail instead. Only if you read such a mailbox.",
  domain: "Domain of that mailbox",
  domainHint:
    "All mail to unsub+…@ this domain must reach you, and your software hands it in: POST /admin/mailroom/unsubscribes.",
} as const

export const retention = {
  title: "How long things are kept",
  hint: "After that the mail's variables and events are deleted; the figures stay.",
  bodiesDays: "Copies of mails, days",
  bodiesDaysHint: "The variables a mail was made of. Afterwards it can be neither looked at nor sent again.",
  eventsMonths: "Opens, clicks and other events, months",
  eventsMonthsHint: "The sums in the reports stay.",
  browsersDays: "Browsers and networks of opens and clicks, days",
  browsersDaysHint: "They only serve to recognise machines.",
  importsDays: "Uploaded files, days",
  importsDaysHint: "Afterwards an import can no longer be taken back.",
} as const

export const throttle = {
  hint: "For servers with limits. Receipts always go before newsletters.",
  perSecond: "Per second",
  perHour: "Per hour",
  perDay: "Per day",
  noLimit: "no limit",
  serial: {
    title: "Serial mails",
    hint: "Mails to people who were picked by hand. More of them are better kept as a list.",
    most: "People at most",
  },
} as const

export const sender = {
  none: "No sender yet",
  noneHint: "Without a sender nothing can go out: mails need a name and an address.",
  add: "Set up the sender",
  addAnother: "One more sender",
  new: "New sender",
  default: "default",
  hint: "Who the mails come from, and what stands below each of them.",
  name: "Name in the admin",
  nameHint: "Only you see it.",
  from_name: "From name",
  from_nameHint: "What the inbox shows, usually the shop's name.",
  from_email: "From address",
  from_emailHint: "An address of your own domain that your mail server may send for.",
  marketing_from_email: "From address for marketing",
  marketing_from_emailHint: "Another address keeps the reputation of your receipts clean.",
  reply_to: "Reply to",
  reply_toHint: "Where answers go. Empty: to the from address.",
  storefront_url: "Storefront",
  storefront_urlHint: "Where the logo leads.",
  postal_address: "Postal address",
  postal_addressHint: "The law wants it below each marketing mail; without it no newsletter goes out.",
} as const

export const brand = {
  title: "Brand",
  shopName: "Shop's name",
  logoUrl: "Logo address",
  logoUrlHint: "A picture about 400 pixels wide. Empty: the name is written.",
  primaryColor: "Colour of buttons",
  backgroundColor: "Background colour",
  font: "Font",
  fontHint: "A mail loads no fonts from elsewhere; these are on every device.",
  fonts: { system: "The reader's own", classic: "Georgia", bookish: "Palatino", round: "Trebuchet", clear: "Verdana" },
  fontSample: "The quick brown fox jumps over the lazy dog. {{name}}, 1234567890",
  footerText: "Line in the footer",
  footerTextHint: "For example the register number, or when somebody answers the phone.",
  choose: "Choose",
  socialLinks: "Links in the footer",
  linkLabel: "Name of the link",
  linkUrl: "Address of the link",
  link: "link",
  addLink: "Add a link",
} as const

export const topics = {
  add: "New topic",
  name: "Name",
  description: "Description",
  descriptionHint: "Shoppers read it: what comes, and how often.",
  subscribers: "Subscribed",
  internal: "internal",
  archived: "archived",
  public: "Public",
  publicHint: "Shoppers see it on their preference page.",
  archive: "Archived",
  archiveHint: "It can no longer be chosen. Nobody's choice is lost.",
} as const

export const rights = {
  hint: "What each admin user may do in Mailroom.",
  open: "Nobody's rights were ever set, so everybody may do everything. With the first tick that ends: you keep all rights, the others may only look.",
  user: "User",
  name: { see: "See", edit: "Edit", send: "Send", mail_out: "Mail out" },
  nameHint: {
    see: "Read everything.",
    edit: "Change settings, drafts, store e-mails, custom actions and rights.",
    send: "Start, pause and stop mailings; send again; cancel; confirm the live shop.",
    mail_out: "Make keys for mailing out from one's own mail program.",
  },
  missing: {
    see: "You lack the right “See”.",
    edit: "You lack the right “Edit”. Ask whoever set the rights.",
    send: "You lack the right “Send”. Ask whoever set the rights.",
    mail_out: "You lack the right “Mail out”. Ask whoever set the rights.",
  },
} as const
