import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { RecipeCard } from "../../parts/api/flows"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useNamed, wordKey } from "./editor/use-step-words"

/** Ready-made campaigns; one click puts one here, switched off. */
export function RecipeGallery({ title, hint }: { title?: string; hint?: string }) {
  const read = useRead<{ recipes: RecipeCard[] }>("/automations/recipes")
  return (
    <>
      {title && (
        <Container className="flex flex-col gap-y-1 px-6 py-6 text-center">
          <Heading level="h2">{title}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {hint}
          </Text>
        </Container>
      )}
      <WhenRead read={read} loading={<LoadingPage cards={3} />}>
        {({ recipes }) => (
          <ul className="grid grid-cols-1 gap-3 md:grid-cols-2 xl:grid-cols-3">
            {recipes.map((recipe) => (
              <Card key={recipe.key} recipe={recipe} />
            ))}
          </ul>
        )}
      </WhenRead>
    </>
  )
}

function Card({ recipe }: { recipe: RecipeCard }) {
  const text = useText()
  const named = useNamed()
  const navigate = useNavigate()
  const { i18n } = useTranslation()
  const language = i18n.language?.startsWith("de") ? "de" : "en"
  const use = useChange<{ locale: "en" | "de" }, { id: string }>(`/automations/recipes/${recipe.key}`, {
    done: text("recipes.used"),
    onDone: ({ id }) => navigate(`/mailroom/automations/${id}`),
  })
  return (
    <li>
      <Container className="flex h-full flex-col gap-y-3 px-5 py-4">
        <Text size="xsmall" className="text-ui-fg-muted">
          {named("steps.triggerName", wordKey(recipe.trigger))}
        </Text>
        <Heading level="h3">{recipe.name[language]}</Heading>
        <Text size="small" className="text-ui-fg-subtle flex-1">
          {recipe.description[language]}
        </Text>
        <div className="flex items-center justify-between gap-x-3">
          <Text size="xsmall" className="text-ui-fg-muted">
            {text("recipes.mails", { count: recipe.mails })} · {text("recipes.steps", { count: recipe.steps })}
          </Text>
          <ActionButton
            needs="edit"
            isLoading={use.isPending}
            aria-label={`${text("recipes.use")}: ${recipe.name[language]}`}
            onClick={() => use.mutate({ locale: language })}
          >
            {text("recipes.use")}
          </ActionButton>
        </div>
      </Container>
    </li>
  )
}
