/** Why an owner cannot lift a suppression; null when he can. Only the person takes back an own "no" and a complaint. */
export function liftRefusal(reason: string): string | null {
  return REFUSALS[reason] ?? null
}

const REFUSALS: Record<string, string> = {
  complaint: "A complaint is lifted only by the person: by a new, confirmed subscription.",
  unsubscribed:
    "This is the person's own word. Only the person takes it back: by a new subscription, or on the preference page.",
  erasure: "An erasure cannot be lifted.",
}
