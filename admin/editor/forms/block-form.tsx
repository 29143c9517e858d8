import { Text } from "@medusajs/ui"
import type { Block } from "../../../src/core/templates/document"
import { useText } from "../../parts/use-text"
import { wordFieldsOf } from "../../../src/core/templates/localise-content"
import { useMailEditor } from "../editor-context"
import { ButtonForm } from "./button-form"
import { ColumnsForm } from "./columns-form"
import { ConditionFields } from "./condition-fields"
import { CouponForm } from "./coupon-form"
import { FooterForm } from "./footer-form"
import { HtmlForm } from "./html-form"
import { LogoForm, SocialForm, SpacerForm } from "./plain-forms"
import { AmountForm, OrderForm, TrackingForm } from "./order-forms"
import { PictureForm } from "./picture-form"
import { PollForm } from "./poll-form"
import { ProductsForm } from "./products-form"
import { HeadingForm, TextForm } from "./text-forms"
import { TranslationNote } from "./translation-note"

/** The settings of one block. In a translation only its words; looks and order are the same in all languages. */
export function BlockForm({ block }: { block: Block }) {
  const text = useText()
  const { locale } = useMailEditor()
  if (locale !== null && wordFieldsOf(block.type).length === 0)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {text("editor.translation.noWords")}
      </Text>
    )
  return (
    <div className="flex flex-col gap-y-4">
      {locale !== null && <TranslationNote block={block} locale={locale} />}
      <Fields block={block} />
      {locale === null && <ConditionFields block={block} />}
    </div>
  )
}

function Fields({ block }: { block: Block }) {
  const text = useText()
  switch (block.type) {
    case "logo":
      return <LogoForm block={block} />
    case "heading":
      return <HeadingForm block={block} />
    case "text":
      return <TextForm block={block} />
    case "picture":
      return <PictureForm block={block} />
    case "button":
      return <ButtonForm block={block} />
    case "products":
      return <ProductsForm block={block} />
    case "order":
      return <OrderForm block={block} />
    case "amount":
      return <AmountForm block={block} />
    case "tracking":
      return <TrackingForm block={block} />
    case "coupon":
      return <CouponForm block={block} />
    case "poll":
      return <PollForm block={block} />
    case "columns":
      return <ColumnsForm block={block} />
    case "spacer":
      return <SpacerForm block={block} />
    case "social":
      return <SocialForm block={block} />
    case "html":
      return <HtmlForm block={block} />
    case "footer":
      return <FooterForm block={block} />
    case "divider":
      return (
        <Text size="small" className="text-ui-fg-subtle">
          {text("editor.divider.hint")}
        </Text>
      )
  }
}
