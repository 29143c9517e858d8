import type { Mailroom } from "../../../modules/mailroom/mailroom"

/** One contact as its page shows it: state, mails and activities, and the profile. */
export async function contactAnswer({ people, profiles }: Mailroom, id: string) {
  const [contact, profile] = await Promise.all([people.page(id), profiles.of(id)])
  return { contact: { ...contact, profile } }
}
