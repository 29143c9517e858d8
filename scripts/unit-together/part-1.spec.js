require("./part").declareSpecs(0, 2)
