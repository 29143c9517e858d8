export async function welcomeShoppers() {}
