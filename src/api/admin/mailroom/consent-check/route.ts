import { answer } from "../call"

/** What the last check of the ledger found, and how far the one that runs has come. */
export const GET = answer(async ({ mailroom }) => ({ check: await mailroom.consentCheck.answer() }))

export const POST = answer(async ({ mailroom }) => ({ check: await mailroom.consentCheck.ask() }))
