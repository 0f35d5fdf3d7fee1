"""Models of this topic, a module each."""

# The topic alliances places its events by date, too.
from longwave.topics.policy_record.models.stages import decimal_year as decimal_year
