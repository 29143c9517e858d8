import {
  ForTag,
  IfTag,
  LiquidError,
  Output,
  RenderError as LiquidRenderError,
  TypeGuards,
  evalToken,
  isTruthy,
  toValue,
  toValueSync,
  type Context,
  type Emitter,
  type Liquid,
  type Template,
  type Value,
} from "liquidjs"
import { BoundedOutput } from "./bounded-output"

/** What liquidjs keeps private in its types but reads the same way itself. */
type OpenContext = {
  findScope(key: unknown): object
  readProperty(value: unknown, key: unknown): unknown
}
type Operand = Parameters<typeof evalToken>[0]
type Hashed = { hash: { hash: Record<string, unknown> } }

/**
 * liquidjs renders through a generator per node and per value, also when nothing is asynchronous: three quarters of
 * the time of a mail. This walks the same parsed nodes with plain calls (text, `{{ }}`, `if`, `for`) and leaves every
 * other tag to liquidjs. A test holds both ways equal. Output is bounded on the way.
 */
export function renderSynchronously(liquid: Liquid): void {
  const render = (templates: Template[], context: Context, emitter?: Emitter) =>
    renderAll(templates, context, emitter ?? new BoundedOutput())
  liquid.renderer.renderTemplates = render as never // typed as a generator; callers only `yield` what it returns
}

function renderAll(templates: Template[], context: Context, out: Emitter): string {
  context.renderLimit.use(1)
  for (const template of templates) {
    const text = (template as { str?: unknown }).str
    if (typeof text === "string") {
      if (out instanceof BoundedOutput) out.writeFixed(text)
      else out.write(text)
      continue
    }
    context.renderLimit.use(1)
    try {
      renderNode(template, context, out)
    } catch (error) {
      throw LiquidError.is(error) ? error : new LiquidRenderError(error as Error, template)
    }
    if (context.breakCalled || context.continueCalled) break
  }
  return out.buffer
}

function renderNode(template: Template, context: Context, out: Emitter): void {
  if (template instanceof Output) return out.write(toValue(valueOf(template.value, context)))
  if (template instanceof IfTag) return renderIf(template, context, out)
  if (template instanceof ForTag && isPlainLoop(template)) return renderFor(template, context, out)
  const html: unknown = toValueSync(template.render(context, out))
  if (html) out.write(html)
}

function renderIf(tag: IfTag, context: Context, out: Emitter): void {
  for (const { value, templates } of tag.branches) {
    if (!isTruthy(valueOf(value, context), context)) continue
    renderAll(templates, context, out)
    return
  }
  if (tag.elseTemplates) renderAll(tag.elseTemplates, context, out)
}

/** Without `limit`, `offset` and `reversed`; over a list or over nothing. */
function isPlainLoop(tag: ForTag): boolean {
  return Object.keys((tag as unknown as Hashed).hash.hash).length === 0
}

function renderFor(tag: ForTag, context: Context, out: Emitter): void {
  const items = toValue(operandOf(tag.collection as Operand, context))
  if (!Array.isArray(items) || items.length === 0) {
    // Strings, objects and other iterables are rare; liquidjs knows its own rules for them.
    toValueSync(tag.render(context, out))
    return
  }
  const scope: Record<string, unknown> = Object.assign(Object.create(null), {
    forloop: { index: 1, index0: 0, rindex: items.length, rindex0: items.length - 1, length: items.length },
  })
  const loop = scope.forloop as Record<string, unknown>
  context.push(scope)
  for (let index = 0; index < items.length; index++) {
    scope[tag.variable] = items[index]
    loop.index0 = index
    loop.index = index + 1
    loop.rindex = items.length - index
    loop.rindex0 = items.length - index - 1
    loop.first = index === 0
    loop.last = index === items.length - 1
    context.continueCalled = context.breakCalled = false
    renderAll(tag.templates, context, out)
    if (context.breakCalled) break
  }
  context.continueCalled = context.breakCalled = false
  context.pop()
}

function valueOf(value: Value, context: Context): unknown {
  const { postfix } = value.initial as unknown as { postfix: Operand[] }
  if (postfix.length !== 1) return toValueSync(value.value(context, false))
  let result = operandOf(postfix[0], context)
  for (const { handler, args, token, liquid } of value.filters as unknown as OpenFilter[]) {
    const given = args.map((arg) =>
      Array.isArray(arg) ? [arg[0], operandOf(arg[1], context)] : operandOf(arg, context),
    )
    const made = handler.call({ context, token, liquid }, result, ...given)
    result = isGenerator(made) ? toValueSync(made) : made
  }
  return result
}

type OpenFilter = {
  handler: (this: unknown, value: unknown, ...args: unknown[]) => unknown
  args: (Operand | [string, Operand])[]
  token: unknown
  liquid: Liquid
}

function operandOf(token: Operand, context: Context): unknown {
  if (!token) return undefined
  if ("content" in token) return token.content
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable) return toValueSync(evalToken(token, context))
  const open = context as unknown as OpenContext
  let value: unknown
  for (let i = 0; i < token.props.length; i++) {
    const key = toValue(operandOf(token.props[i] as Operand, context))
    value = open.readProperty(i === 0 ? open.findScope(key) : value, key)
  }
  return value
}

function isGenerator(value: unknown): value is Generator {
  return typeof value === "object" && value !== null && typeof (value as Generator).next === "function"
}
