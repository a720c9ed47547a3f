package care.vestibule.probes.house.kitchen;

import care.vestibule.probes.house.cellar.Bottle;

record Cook(Bottle hidden) {}
