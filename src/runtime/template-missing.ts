/** A built-in that was never published: the first start has not been through, or the package is broken. */
export class TemplateMissing extends Error {
  constructor(key: string) {
    super(
      `Template "${key}" has no published version. Restart the store; the first start publishes the built-in templates.`,
    )
  }
}
