"""The list of operations as open data: JSON with everything, a table for spreadsheets, and the schema of the JSON.

What is told of each is asked for by Reg. (EU) 2021/1060, Art. 49(3); in an open, machine-readable form by Art. 49(4).
What is not stated is absent, or an empty cell; it is never 0.
"""
