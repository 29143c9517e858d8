/** Ways to reach somebody beside e-mail; each goes to the provider that the shop's Notification Module has for it. */
export const CHANNELS = ["sms", "push"] as const
export type Channel = (typeof CHANNELS)[number]
