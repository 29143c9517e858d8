import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ShopUser } from "../core/shop/shop"

type Container = { resolve(key: string): unknown }
type UserRow = { id: string; email: string | null; first_name: string | null; last_name: string | null }
type Query = { graph(asked: { entity: string; fields: string[]; pagination: object }): Promise<{ data: UserRow[] }> }

/** Who may log in to the admin; a store has a handful of them. */
export async function adminUsers(container: Container): Promise<ShopUser[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY) as Query
  const { data } = await query.graph({
    entity: "user",
    fields: ["id", "email", "first_name", "last_name"],
    pagination: { take: 1000, order: { email: "ASC" } },
  })
  return data.map(({ id, email, first_name: first, last_name: last }) => ({
    id,
    email,
    name: [first, last].filter(Boolean).join(" ") || null,
  }))
}
