import type { Condition } from "../../../src/core/segments/conditions"
import { FieldForm } from "./field-form"
import { MailForm } from "./mail-form"
import { BirthdayForm, ConsentForm, ProfileForm, SegmentForm, TagForm, TopicForm } from "./person-forms"
import { PollForm } from "./poll-form"
import { BoughtForm, CartForm, OrderDateForm, OrdersForm, RfmForm } from "./shop-forms"
import type { Choices } from "./use-speaker"
import { VisitForm } from "./visit-form"

type Props = { condition: Condition; choices: Choices; onChange: (condition: Condition) => void }

/** What a condition asks, in inputs; one form for each kind. */
export function ConditionForm({ condition, ...rest }: Props) {
  switch (condition.kind) {
    case "profile":
      return <ProfileForm condition={condition} {...rest} />
    case "birthday":
      return <BirthdayForm condition={condition} {...rest} />
    case "field":
      return <FieldForm condition={condition} {...rest} />
    case "tag":
      return <TagForm condition={condition} {...rest} />
    case "topic":
      return <TopicForm condition={condition} {...rest} />
    case "consent":
      return <ConsentForm condition={condition} {...rest} />
    case "orders":
      return <OrdersForm condition={condition} {...rest} />
    case "order_date":
      return <OrderDateForm condition={condition} {...rest} />
    case "bought":
      return <BoughtForm condition={condition} {...rest} />
    case "cart":
      return <CartForm condition={condition} {...rest} />
    case "visit":
      return <VisitForm condition={condition} {...rest} />
    case "mail":
      return <MailForm condition={condition} {...rest} />
    case "poll":
      return <PollForm condition={condition} {...rest} />
    case "rfm":
      return <RfmForm condition={condition} {...rest} />
    case "segment":
      return <SegmentForm condition={condition} {...rest} />
  }
}
