require("./part").declareSpecs(1, 2)
