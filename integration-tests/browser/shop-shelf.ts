import type { OpenAdmin } from "./admin-in-browser"
import { ask } from "./ask"

/** Through Medusa's own admin routes: to stock a shop by a script would boot the store once more. */
export function shopShelf({ page, store }: OpenAdmin) {
  const read = (path: string) => ask(page, `${store.url}/admin/${path}`)
  const post = (path: string, data: object) => ask(page, `${store.url}/admin/${path}`, { data })

  async function regionId(): Promise<string> {
    const { regions } = await read("regions")
    if (regions[0]) return regions[0].id
    const made = await post("regions", { name: "Europe", currency_code: "eur", countries: ["de", "at"] })
    return made.region.id
  }

  return {
    /** What grids of products show: one product on sale, in euros. */
    async stock(title: string): Promise<void> {
      await regionId()
      const { sales_channels: channels } = await read("sales-channels")
      await post("products", {
        title,
        status: "published",
        sales_channels: channels.slice(0, 1).map(({ id }: { id: string }) => ({ id })),
        options: [{ title: "Size", values: ["One"] }],
        variants: [
          {
            title: "One",
            options: { Size: "One" },
            manage_inventory: false,
            prices: [{ currency_code: "eur", amount: 45 }],
          },
        ],
      })
    },

    /** An order as the shop's owner takes it by telephone; the shop announces it as any other. */
    async takeOrder(email: string): Promise<void> {
      const { sales_channels: channels } = await read("sales-channels")
      const { draft_order: draft } = await post("draft-orders", {
        email,
        region_id: await regionId(),
        sales_channel_id: channels[0].id,
        items: [{ title: "Workshop lamp", quantity: 2, unit_price: 45 }],
      })
      await post(`draft-orders/${draft.id}/convert-to-order`, {})
    },
  }
}
