/**
 * A gateway opens the mails of a whole company: one hand (address and browser) that clicks in the messages of so many
 * recipients within so many seconds is a machine's (standards §3.2).
 */
export const ONE_HAND = { recipients: 5, seconds: 60 } as const
