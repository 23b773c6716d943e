"""Who stands where in a clause, which phrases are parties, and who asserts it.

Shared by the stages that read clauses (events, positions).
"""
