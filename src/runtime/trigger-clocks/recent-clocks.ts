import { builtinAutomationId } from "../../core/automations/builtins"
import {
  BACK_IN_STOCK,
  CART_ADDED,
  CATEGORY_BOUGHT,
  ITEM_BOUGHT,
  PRICE_DROPPED,
  RECEIPT_ISSUED,
  type GoodsSettings,
  type PriceSettings,
  type StockSettings,
} from "../../core/automations/triggers/goods"
import {
  LINK_CLICKED,
  MAILING_FINISHED,
  MAIL_BOUNCED,
  MAIL_COMPLAINED,
  TOPIC_CONFIRMED,
  TOPIC_LEFT,
  TOPIC_SUBSCRIBED,
  type ClickedSettings,
  type MailingSettings,
  type TopicsSettings,
} from "../../core/automations/triggers/mail"
import {
  CATEGORY_VIEWED,
  PRODUCT_VIEWED,
  SECTION_VISITED,
  SITE_VISITED,
  VIEW_ABANDONED,
  type SectionSettings,
  type ViewAbandonedSettings,
  type ViewedSettings,
} from "../../core/automations/triggers/site"
import { POLL_ANSWERED, type PollAnsweredSettings } from "../../core/automations/triggers/polls"
import { pageOf } from "../../core/visits/page-of"
import {
  selectAddedToCarts,
  selectBought,
  selectCheaper,
  selectRestocked,
} from "../../modules/mailroom/sql/goods-triggers"
import {
  selectClicks,
  selectFinishedMailings,
  selectIssuedReceipts,
  selectStopped,
  selectTopicWords,
} from "../../modules/mailroom/sql/mail-triggers"
import { selectPollAnswers } from "../../modules/mailroom/sql/poll-answers"
import {
  selectLeftViews,
  selectSectionVisits,
  selectSiteVisits,
  selectViews,
} from "../../modules/mailroom/sql/site-triggers"
import { ofShop, soon, type TriggerClock } from "./clock"

const topic = (said: "subscribed" | "confirmed" | "left") =>
  soon<TopicsSettings>((asked) => selectTopicWords(said, asked.settings.topicIds, asked))

/** What happened in mails, in the storefront and in the shop since the last look. */
export const RECENT_CLOCKS: Record<string, TriggerClock> = {
  [SITE_VISITED]: soon(selectSiteVisits),
  [SECTION_VISITED]: soon<SectionSettings>((asked) => selectSectionVisits(pageOf(asked.settings.section).path, asked)),
  [PRODUCT_VIEWED]: soon<ViewedSettings>((asked) => selectViews("product", asked.settings.ids, asked)),
  [CATEGORY_VIEWED]: soon<ViewedSettings>((asked) => selectViews("category", asked.settings.ids, asked)),
  [VIEW_ABANDONED]: soon<ViewAbandonedSettings>((asked) => selectLeftViews({ ...asked, ...asked.settings })),
  [TOPIC_SUBSCRIBED]: topic("subscribed"),
  [TOPIC_CONFIRMED]: topic("confirmed"),
  [TOPIC_LEFT]: topic("left"),
  [LINK_CLICKED]: soon<ClickedSettings>((asked) => selectClicks({ ...asked, ...asked.settings })),
  [POLL_ANSWERED]: soon<PollAnsweredSettings>((asked) => selectPollAnswers({ ...asked, ...asked.settings })),
  [MAIL_BOUNCED]: soon((asked) => selectStopped(["hard_bounce", "soft_bounces"], asked)),
  [MAIL_COMPLAINED]: soon((asked) => selectStopped(["complaint"], asked)),
  [MAILING_FINISHED]: soon<MailingSettings>((asked) => selectFinishedMailings(asked.settings.mailingId, asked)),
  [RECEIPT_ISSUED]: soon((asked) => selectIssuedReceipts(builtinAutomationId("order_receipt"), asked)),
  [CART_ADDED]: soon<GoodsSettings>((asked) => selectAddedToCarts(asked.settings.ids, asked)),
  [ITEM_BOUGHT]: ofShop<GoodsSettings>((asked) => selectBought("item", asked.settings.ids, asked)),
  [CATEGORY_BOUGHT]: ofShop<GoodsSettings>((asked) => selectBought("category", asked.settings.ids, asked)),
  [BACK_IN_STOCK]: soon<StockSettings>((asked) => selectRestocked({ ...asked, ...asked.settings })),
  [PRICE_DROPPED]: soon<PriceSettings>((asked) => selectCheaper({ ...asked, ...asked.settings })),
}
