import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUsersWorkflow } from "@medusajs/medusa/core-flows"

/** What `medusa user` does, without the eight seconds of another start. */
export async function createAdmin(
  container: MedusaContainer,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const { result } = await createUsersWorkflow(container).run({
    input: { users: [{ email, first_name: "Demo", last_name: "Owner" }] },
  })
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", { body: { email, password } } as never)
  if (!authIdentity) throw new Error(`The admin user ${email} could not be made: ${error}`)
  await auth.updateAuthIdentities({ id: authIdentity.id, app_metadata: { user_id: result[0]!.id } })
}
