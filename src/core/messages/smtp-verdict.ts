import type { REASONS } from "./states"

/** What went wrong in the SMTP dialogue, as the wire told it. */
export type SmtpFault = {
  /** Reply code, absent when the connection broke. */
  code?: number
  /** nodemailer's `err.command`: CONN, EHLO, STARTTLS, AUTH PLAIN, MAIL FROM, RCPT TO, DATA. */
  command?: string
  /** nodemailer's `err.code`: ECONNECTION, ETIMEDOUT, ESOCKET, EDNS, ETLS, EAUTH, EENVELOPE, EMESSAGE. */
  errorCode?: string
  reply?: string
  /** False when there was no session yet: the break says nothing about this mail. */
  isConnected?: boolean
}

export type BounceClass = "hard" | "soft" | "block"

/**
 * Whose fault it is decides what follows: *recipient* and *content* end or delay this message, *policy* also slows the
 * domain or alarms, *sender* and *transport* concern every message: they wait in the queue behind the breaker.
 */
export type SmtpVerdict = {
  at: "recipient" | "policy" | "content" | "sender" | "transport"
  /** In the words of Sisimai: userunknown, mailboxfull, … */
  diagnosis: string
  bounce: BounceClass | null
  isPermanent: boolean
  /** A soft bounce that counts towards suppression (5 on 5 messages over 14 days). */
  isCountable: boolean
  /** The domain asks for fewer: halve its pace. */
  slowsDomain: boolean
  /** Credentials, TLS, DNS, sender refused: nothing will get better by itself. */
  needsMerchant: boolean
  /** Why the message failed, when it is final. */
  reason: (typeof REASONS.failed)[number]
  enhanced: string | null
  /** The server said when to come back. */
  retryAfterMs: number | null
}
