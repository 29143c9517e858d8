import type { BlockOf } from "../../../src/core/templates/document"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { ShopPicker } from "../../parts/shop-picker"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { LineField } from "./line-field"
import { SliderField } from "./look-fields"
import { useBlock } from "./use-block"

type Products = BlockOf<"products">

/** Which products, how many and how they look; prices are each recipient's own, made when the mail is sent. */
export function ProductsForm({ block }: { block: Products }) {
  const { isTranslation } = useBlock(block)
  if (isTranslation) return <ButtonLabel block={block} />
  return (
    <>
      <Which block={block} />
      <Looks block={block} />
    </>
  )
}

function Which({ block }: { block: Products }) {
  const text = useText()
  const { catalogue } = useMailEditor()
  const { set } = useBlock(block)
  return (
    <>
      <Field label={text("editor.products.which")} hint={text("editor.products.whichHint")}>
        {(id) => (
          <Choice
            id={id}
            value={block.source}
            onChange={(source) => set({ source: source as Products["source"] })}
            options={catalogue.product_sources.map((source) => ({
              value: source,
              label: text(`editor.products.source.${source}`),
            }))}
          />
        )}
      </Field>
      {block.source === "picked" && (
        <ShopPicker
          kind="product"
          value={block.productIds}
          onChange={(productIds) =>
            set({ productIds: productIds.slice(0, 12), count: Math.max(1, Math.min(12, productIds.length)) })
          }
        />
      )}
      {block.source === "category" && (
        <ShopPicker
          kind="category"
          value={block.categoryId ? [block.categoryId] : []}
          onChange={(ids) => set({ categoryId: ids.at(-1) ?? null })}
        />
      )}
    </>
  )
}

function Looks({ block }: { block: Products }) {
  const text = useText()
  const { set } = useBlock(block)
  return (
    <>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        {block.source !== "picked" && (
          <SliderField
            label={text("editor.products.count")}
            hint={text("editor.products.countHint")}
            value={block.count}
            min={1}
            max={12}
            onChange={(count) => set({ count })}
          />
        )}
        <Field label={text("editor.products.columns")}>
          {(id) => (
            <Choice
              id={id}
              value={String(block.columns)}
              onChange={(columns) => set({ columns: Number(columns) as 1 | 2 | 3 })}
              options={["1", "2", "3"].map((columns) => ({ value: columns, label: columns }))}
            />
          )}
        </Field>
      </div>
      <SwitchField
        label={text("editor.products.prices")}
        hint={text("editor.products.pricesHint")}
        isOn={block.isPriceShown}
        onChange={(isPriceShown) => set({ isPriceShown })}
      />
      <SwitchField
        label={text("editor.products.button")}
        isOn={block.isButtonShown}
        onChange={(isButtonShown) => set({ isButtonShown })}
      />
      {block.isButtonShown && <ButtonLabel block={block} />}
    </>
  )
}

function ButtonLabel({ block }: { block: Products }) {
  const text = useText()
  const { set } = useBlock(block)
  return (
    <LineField
      label={text("editor.button.label")}
      isOptional
      hint={text("editor.products.buttonHint")}
      value={block.buttonLabel}
      onChange={(buttonLabel) => set({ buttonLabel })}
    />
  )
}
