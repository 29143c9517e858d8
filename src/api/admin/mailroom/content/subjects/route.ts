import { z } from "zod"
import { catalogueOf, isComposed } from "../../../../../core/templates/tag-catalogue"
import {
  selectCartSubjects,
  selectContactSubjects,
  selectOrderSubjects,
  type SubjectRow,
} from "../../../../../modules/mailroom/sql/content-subjects"
import { answer, parsed } from "../../call"
import { forSchema } from "../../content-asked"

const querySchema = forSchema.extend({ q: z.string().trim().max(200).optional() })
const MOST = 20

const LISTS = { order: selectOrderSubjects, cart: selectCartSubjects, contact: selectContactSubjects }

/** Real things that a preview can be made with; null where such a mail is about none. */
export const GET = answer(async ({ mailroom, query }) => {
  const { for: of, q } = parsed(querySchema, query)
  const tags = catalogueOf(of).tags.map(({ tag }) => tag)
  const kind = isComposed(of)
    ? "contact"
    : tags.includes("order.total")
      ? "order"
      : of === "cart_reminder"
        ? "cart"
        : null
  const subjects = kind === null ? [] : await mailroom.db.query<SubjectRow>(LISTS[kind](q || null, MOST))
  return { kind, subjects }
})
