import type { UtmParameters } from "../mailings/utm"

/** A file that goes with every mail of one version. */
export type Attached = {
  id: string
  /** What the shop's File Module knows it by. */
  fileId: string
  name: string
  mime: string
  bytes: number
  /** sha256 of its bytes, in hex. */
  digest: string
}

/** What a version says besides its words; kept and read with them. Most have none of it. */
export type Envelope = {
  /** Instead of the sender's: whoever wrote it. */
  replyTo?: string
  /** A letter to one person: without the headers of automatic mail. */
  isCorrespondence?: true
  /** The text part goes out alone. */
  isTextOnly?: true
  attachments?: Attached[]
  /** For links whose address is only known with its reader; the others carry them already. */
  utm?: UtmParameters
}
