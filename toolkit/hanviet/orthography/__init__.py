"""Writing systems: Vietnamese, Chinese, pinyin. Imports nothing from other layers."""
