import { PageHead } from "../../parts/page-head"
import { useText } from "../../parts/use-text"
import { RecipeGallery } from "./recipe-gallery"

export default function RecipesPage() {
  const text = useText()
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: "/mailroom/automations", label: text("recipes.back") }}
        title={text("recipes.title")}
        hint={text("recipes.hint")}
      />
      <RecipeGallery />
    </div>
  )
}
