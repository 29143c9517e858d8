import { AbstractNotificationProviderService, ModuleProvider, Modules } from "@medusajs/framework/utils"
import type { Logger, ProviderSendNotificationDTO, ProviderSendNotificationResultsDTO } from "@medusajs/framework/types"
import { createTransport } from "nodemailer"

type Options = { channels: string[]; smtpUrl?: string }

/** What each kind of text looks like in the inbox. */
const NAMES: Record<string, string> = { sms: "SMS", push: "Push" }

/**
 * The demo shop's SMS and push: whatever is given to it lies in the demo's inbox, so that a person sees it without a
 * telephone. Without an inbox (tests, a real mail server) it is a line of the log.
 */
export class Telephone extends AbstractNotificationProviderService {
  static identifier = "demo-telephone"

  constructor(
    private readonly parts: { logger: Logger },
    private readonly options: Options,
  ) {
    super()
  }

  async send(notification: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    const { to, channel, content, data } = notification
    const name = NAMES[channel] ?? channel
    const text = content?.text ?? ""
    this.parts.logger.info(`${name} to ${to}: ${text}`)
    if (!this.options.smtpUrl) return {}
    const { messageId } = await createTransport(this.options.smtpUrl).sendMail({
      from: `"${name} of the demo" <${channel}@telephone.example.com>`,
      to: `${to.replace(/[^\w]/g, "")}@telephone.example.com`,
      subject: [`${name} to ${to}`, content?.subject].filter(Boolean).join(": "),
      text: [text, data?.link].filter(Boolean).join("\n\n"),
    })
    return { id: messageId }
  }
}

export default ModuleProvider(Modules.NOTIFICATION, { services: [Telephone] })
