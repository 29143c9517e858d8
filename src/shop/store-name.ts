import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Container = { resolve(key: string): unknown }
type Query = { graph(asked: { entity: string; fields: string[] }): Promise<{ data: { name?: string | null }[] }> }

/** The name of the store as the merchant gave it to Medusa. */
export async function storeName(container: Container): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY) as Query
  const { data } = await query.graph({ entity: "store", fields: ["name"] })
  return data[0]?.name?.trim() || "My store"
}
