import { askedDelayMs, enhancedCode } from "./enhanced-code"
import type { SmtpFault, SmtpVerdict } from "./smtp-verdict"

type Diagnosis = Pick<SmtpVerdict, "at" | "diagnosis" | "bounce" | "reason"> & { isCountable?: boolean }

const recipient = (diagnosis: string, bounce: "hard" | "soft", isCountable = false): Diagnosis => ({
  at: "recipient",
  diagnosis,
  bounce,
  isCountable,
  reason: "refused_recipient",
})
const policy = (diagnosis: string): Diagnosis => ({
  at: "policy",
  diagnosis,
  bounce: "block",
  reason: "refused_policy",
})
const content = (diagnosis: string): Diagnosis => ({
  at: "content",
  diagnosis,
  bounce: "block",
  reason: "refused_content",
})
const sender = (diagnosis: string): Diagnosis => ({
  at: "sender",
  diagnosis,
  bounce: "block",
  reason: "refused_sender",
})

/** By the digits after the class; `5` or `4` in front where it matters. standards.md §2.2, after Sisimai. */
const BY_ENHANCED: [RegExp, Diagnosis][] = [
  [/^5\.1\.[013]$/, recipient("userunknown", "hard")],
  [/^5\.(1\.2|4\.4)$/, recipient("hostunknown", "hard")],
  [/^(5\.1\.6|4\.1\.6|5\.7\.17|5\.7\.18)$/, recipient("hasmoved", "hard")],
  [/^(5\.1\.10|5\.7\.27|5\.3\.2)$/, recipient("notaccept", "hard")],
  [/^(5\.2\.[014]|5\.1\.4|5\.7\.13|4\.2\.1)$/, recipient("filtered", "soft", true)],
  [/^[45]\.2\.2$/, recipient("mailboxfull", "soft", true)],
  [/^[45]\.4\.[17]$/, recipient("expired", "soft", true)],
  [/^[45]\.1\.[78]$/, sender("senderrefused")],
  [/^5\.(3\.4|7\.16|2\.3)$/, content("toobig")],
  [/^5\.6\.\d+$/, content("contenterror")],
  [/^[45]\.7\.\d+$/, policy("policy")],
  [/^[45]\.[34]\.\d+$/, recipient("systemerror", "soft")],
]

/** Servers without enhanced codes; only sentences that leave no doubt. */
const BY_WORDS: [RegExp, Diagnosis][] = [
  [
    /(user|recipient|mailbox|address|account)\b[^.]{0,40}\b(unknown|not found|does(n't| not) exist|invalid)|no such (user|mailbox|recipient|person)|unknown (user|recipient|mailbox)/i,
    recipient("userunknown", "hard"),
  ],
  [/mailbox (is )?full|over quota|quota exceeded|exceeded storage/i, recipient("mailboxfull", "soft", true)],
  [/message (size|too (big|large))|too large/i, content("toobig")],
  [/spam|blacklist|block(ed|list)|reputation|dmarc|spf\b|dkim|virus|policy/i, policy("policy")],
]

/** Whose fault a refusal or a broken dialogue is, and what follows. A 5xx alone never makes a hard bounce. */
export function classifyReply(fault: SmtpFault): SmtpVerdict {
  const { code, command = "", reply = "" } = fault
  const enhanced = enhancedCode(reply)
  const found =
    code === undefined ? transport("connectionlost", false) : diagnose({ code, command, reply, enhanced, fault })
  const isPermanent = code !== undefined && code >= 500 && found.at !== "transport" && found.at !== "sender"
  return {
    isCountable: false,
    needsMerchant: false,
    ...found,
    // A passing refusal is no bounce: a hard one needs a 5xx, whatever the enhanced code says.
    bounce: isPermanent ? found.bounce : null,
    ...withoutReply(fault),
    isPermanent,
    slowsDomain: code !== undefined && code < 500 && found.at !== "transport" && found.at !== "sender",
    enhanced,
    retryAfterMs: code !== undefined && code < 500 ? askedDelayMs(reply) : null,
  }
}

type Transport = Pick<SmtpVerdict, "at" | "diagnosis" | "bounce" | "reason" | "needsMerchant">

const transport = (diagnosis: string, needsMerchant: boolean): Transport => ({
  at: "transport",
  diagnosis,
  bounce: null,
  reason: "refused_other",
  needsMerchant,
})

function withoutReply({ code, errorCode }: SmtpFault): Partial<Transport> {
  if (code !== undefined) return {}
  if (errorCode === "ETLS") return transport("tls", true)
  if (errorCode === "EDNS") return transport("dns", true)
  if (errorCode === "EAUTH" || errorCode === "ENOAUTH" || errorCode === "EOAUTH2") return transport("credentials", true)
  return {}
}

function diagnose(said: {
  code: number
  command: string
  reply: string
  enhanced: string | null
  fault: SmtpFault
}): Diagnosis | Transport {
  const { code, command, reply, enhanced, fault } = said
  if (/^AUTH/i.test(command) || fault.errorCode === "EAUTH" || code === 535 || code === 530)
    return code >= 500 ? transport("credentials", true) : transport("busy", false)
  const isAboutRecipient = /^(RCPT|DATA)/i.test(command)
  if (!isAboutRecipient && /^(CONN|EHLO|HELO|LHLO|STARTTLS|RSET)?$/i.test(command))
    return transport("busy", code >= 500)
  // 421 closes the channel; only with a policy code after RCPT or DATA is it about this mail's receiver (Gmail 4.7.28).
  if (code === 421 && !(isAboutRecipient && enhanced?.startsWith("4.7."))) return transport("busy", false)
  const known = (enhanced && BY_ENHANCED.find(([pattern]) => pattern.test(enhanced))?.[1]) || null
  if (/^MAIL/i.test(command))
    return known?.at === "content" ? known : { ...sender("senderrefused"), needsMerchant: code >= 500 }
  if (known && !(known.bounce === "hard" && /^DATA/i.test(command))) return withSender(known, code)
  return withSender(BY_WORDS.find(([pattern]) => pattern.test(reply))?.[1] ?? unknownRefusal(code, command), code)
}

const withSender = (found: Diagnosis, code: number) =>
  found.at === "sender" ? { ...found, needsMerchant: code >= 500 } : found

function unknownRefusal(code: number, command: string): Diagnosis {
  if (code === 552) return recipient("mailboxfull", "soft", true)
  if (/^DATA/i.test(command)) return content("refused")
  return { ...recipient("refused", "soft"), reason: "refused_other" }
}
