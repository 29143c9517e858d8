import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({ drafts: await mailroom.directMails.drafts(params.id!) }))

export const POST = answer(async ({ mailroom, actor, params }) => ({
  mailing: await mailroom.directMails.begin({ contactId: params.id! }, actor.userId),
}))
