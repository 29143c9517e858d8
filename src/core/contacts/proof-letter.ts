import type { BuiltinLocale } from "../templates/contexts"
import type { ConsentProof, ProofPart } from "./consent-proof"

type Words = {
  greeting: string
  doubleOptIn: string
  declared: string
  recorded: string
  none: string
  asked: string
  confirmed: string
  when: string
  where: string
  network: string
  wording: string
  note: string
  stop: string
}

const WORDS: Record<BuiltinLocale, Words> = {
  en: {
    greeting: "Hello,",
    doubleOptIn: "this is what we have on file about the subscription of {email}. It was asked for and then confirmed:",
    declared: "this is what we have on file about the subscription of {email}:",
    recorded: "for {email} we wrote down the following ourselves:",
    none: "we have no proof on file that {email} ever signed up for marketing mail. We are sorry.",
    asked: "Signed up",
    confirmed: "Confirmed by the button on the page behind the link in our confirmation e-mail",
    when: "When",
    where: "Where",
    network: "Network (shortened IP address)",
    wording: "Wording",
    note: "Note",
    stop: "We write to you no more, unless you ask us to.",
  },
  de: {
    greeting: "Guten Tag,",
    doubleOptIn:
      "das liegt uns zur Anmeldung von {email} vor. Sie wurde angefordert und danach bestätigt (Double-Opt-in):",
    declared: "das liegt uns zur Anmeldung von {email} vor:",
    recorded: "zu {email} haben wir selbst Folgendes festgehalten:",
    none: "uns liegt kein Nachweis vor, dass {email} sich je für Werbe-E-Mails angemeldet hat. Das tut uns leid.",
    asked: "Angemeldet",
    confirmed: "Bestätigt über die Schaltfläche auf der Seite hinter dem Link unserer Bestätigungs-E-Mail",
    when: "Wann",
    where: "Wo",
    network: "Netz (gekürzte IP-Adresse)",
    wording: "Wortlaut",
    note: "Notiz",
    stop: "Wir schreiben Ihnen nicht mehr, es sei denn, Sie bitten uns darum.",
  },
  fr: {
    greeting: "Bonjour,",
    doubleOptIn: "voici ce que nous avons conservé sur l'inscription de {email}. Elle a été demandée, puis confirmée :",
    declared: "voici ce que nous avons conservé sur l'inscription de {email} :",
    recorded: "pour {email}, nous avons noté nous-mêmes ce qui suit :",
    none: "nous n'avons aucune preuve que {email} se soit inscrite à nos e-mails publicitaires. Veuillez nous en excuser.",
    asked: "Inscription",
    confirmed: "Confirmation par le bouton de la page ouverte depuis notre e-mail de confirmation",
    when: "Quand",
    where: "Où",
    network: "Réseau (adresse IP abrégée)",
    wording: "Texte",
    note: "Note",
    stop: "Nous ne vous écrirons plus, sauf si vous nous le demandez.",
  },
  es: {
    greeting: "Hola:",
    doubleOptIn: "esto es lo que consta sobre la suscripción de {email}. Se solicitó y después se confirmó:",
    declared: "esto es lo que consta sobre la suscripción de {email}:",
    recorded: "sobre {email} anotamos nosotros mismos lo siguiente:",
    none: "no nos consta ninguna prueba de que {email} se suscribiera a correos publicitarios. Lo sentimos.",
    asked: "Suscripción",
    confirmed: "Confirmación con el botón de la página enlazada en nuestro correo de confirmación",
    when: "Cuándo",
    where: "Dónde",
    network: "Red (dirección IP abreviada)",
    wording: "Texto",
    note: "Nota",
    stop: "No le escribiremos más, salvo que nos lo pida.",
  },
  it: {
    greeting: "Buongiorno,",
    doubleOptIn: "ecco che cosa risulta sull'iscrizione di {email}. È stata richiesta e poi confermata:",
    declared: "ecco che cosa risulta sull'iscrizione di {email}:",
    recorded: "per {email} abbiamo annotato noi stessi quanto segue:",
    none: "non abbiamo alcuna prova che {email} si sia iscritta alle e-mail pubblicitarie. Ci scusiamo.",
    asked: "Iscrizione",
    confirmed: "Conferma con il pulsante della pagina collegata alla nostra e-mail di conferma",
    when: "Quando",
    where: "Dove",
    network: "Rete (indirizzo IP abbreviato)",
    wording: "Testo",
    note: "Nota",
    stop: "Non le scriveremo più, salvo sua richiesta.",
  },
}

/** The answer to send, as plain text in the person's language. `date` writes a time as that language does. */
export function proofLetter(
  proof: ConsentProof,
  about: { email: string; shopName: string; locale: BuiltinLocale; isStopped: boolean; date: (at: Date) => string },
): string {
  const words = WORDS[about.locale]
  const first = {
    double_opt_in: words.doubleOptIn,
    declared: words.declared,
    recorded: words.recorded,
    none: words.none,
  }
  const lines = [
    words.greeting,
    first[proof.kind].replace("{email}", about.email),
    ...partsOf(proof, words).map(([title, part, note]) => partText(title, part, { words, date: about.date, note })),
    ...(about.isStopped ? [words.stop] : []),
    about.shopName,
  ]
  return lines.join("\n\n")
}

function partsOf(proof: ConsentProof, words: Words): [string | null, ProofPart, string | null][] {
  switch (proof.kind) {
    case "double_opt_in": {
      const confirmed: [string, ProofPart, null] = [words.confirmed, proof.confirmed, null]
      return proof.asked ? [[words.asked, proof.asked, null], confirmed] : [confirmed]
    }
    case "declared":
      return [[null, proof.declared, null]]
    case "recorded":
      return [[null, proof.recorded, proof.note]]
    case "none":
      return []
  }
}

function partText(
  title: string | null,
  { at, page, ip, wording }: ProofPart,
  { words, date, note }: { words: Words; date: (at: Date) => string; note: string | null },
): string {
  return [
    ...(title ? [title] : []),
    `  ${words.when}: ${date(at)}`,
    ...(page ? [`  ${words.where}: ${page}`] : []),
    ...(ip ? [`  ${words.network}: ${ip}`] : []),
    ...(wording ? [`  ${words.wording}: “${wording}”`] : []),
    ...(note ? [`  ${words.note}: ${note}`] : []),
  ].join("\n")
}
