import DKIM from "nodemailer/lib/dkim"

/** RFC 8058 §4 wants both unsubscribe headers signed; nodemailer's own list lacks the second and Feedback-ID. */
const SIGNED_HEADERS =
  "From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:" +
  "List-Id:List-Unsubscribe:List-Unsubscribe-Post:Feedback-ID:Precedence:Auto-Submitted"

export type DkimKey = { domain: string; selector: string; privateKey: string }

/** Puts the DKIM-Signature in front of a finished mail. */
export function dkimSigner({ domain, selector, privateKey }: DkimKey): (mime: Buffer) => Promise<Buffer> {
  const dkim = new DKIM({
    domainName: domain,
    keySelector: selector,
    privateKey,
    headerFieldNames: SIGNED_HEADERS,
  })
  return async (mime) => {
    const chunks: Buffer[] = []
    for await (const chunk of dkim.sign(mime)) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }
}
